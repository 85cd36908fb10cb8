# A prefix that works by itself: the binary looks for ../share/pith beside it. Not share/pith/decks: with the prefix
# ~/.local that is where the learner's own decks are.
install(TARGETS pith RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/content/ DESTINATION ${CMAKE_INSTALL_DATADIR}/pith/shipped
        FILES_MATCHING PATTERN "*.yaml" PATTERN "*.answers.txt")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schema/ DESTINATION ${CMAKE_INSTALL_DATADIR}/pith/schema
        FILES_MATCHING PATTERN "*.json")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CONTRIBUTING.md
  ${PROJECT_SOURCE_DIR}/SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md" PATTERN "*.svg")
# Completions and man pages are printed by the program that was just built: one source for all of them.
set(printed ${PROJECT_BINARY_DIR}/printed)
file(MAKE_DIRECTORY ${printed}/zh)
add_custom_command(OUTPUT ${printed}/pith.1 DEPENDS pith VERBATIM
  COMMAND pith --lang en manual pith > ${printed}/pith.1
  COMMAND pith --lang en manual pith-deck > ${printed}/pith-deck.5
  COMMAND pith --lang zh manual pith > ${printed}/zh/pith.1
  COMMAND pith --lang zh manual pith-deck > ${printed}/zh/pith-deck.5
  COMMAND pith completions bash > ${printed}/pith
  COMMAND pith completions zsh > ${printed}/_pith
  COMMAND pith completions fish > ${printed}/pith.fish)
add_custom_target(printed ALL DEPENDS ${printed}/pith.1)
install(FILES ${printed}/pith.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${printed}/pith-deck.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${printed}/zh/pith.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
install(FILES ${printed}/zh/pith-deck.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man5)
install(FILES ${printed}/pith DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${printed}/_pith DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${printed}/pith.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
