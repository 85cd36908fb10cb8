# pith_library(deck PUBLIC pith::text PRIVATE yaml-cpp::yaml-cpp): the static library of src/deck.
# Every .cpp of the folder belongs to it; links mirror the arrows between the folders.
function(pith_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$|/text/tables/")
  add_library(pith_${name} STATIC ${sources})
  add_library(pith::${name} ALIAS pith_${name})
  target_include_directories(pith_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(pith_${name} ${ARGN} PRIVATE pith_options)
  pith_join_sources(pith_${name})
  if(name STREQUAL "base")
    pith_precompile(pith_base)
  else()
    pith_reuse_precompiled(pith_${name} pith_base)
  endif()
endfunction()

# pith_tests(deck pith::deck …): tests/deck/*_test.cpp as one binary and one CTest entry.
function(pith_tests name)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*_test.cpp)
  add_executable(pith_tests_${name} ${sources})
  target_include_directories(pith_tests_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(pith_tests_${name} PRIVATE pith_test_support ${ARGN} pith_options)
  if(name STREQUAL "base")
    pith_precompile(pith_tests_base <catch2/catch.hpp>)
  else()
    pith_reuse_precompiled(pith_tests_${name} pith_tests_base)
  endif()
  add_test(NAME ${name} COMMAND pith_tests_${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT RC_PARAMS=seed=20261124)  # property tests repeat
endfunction()

# pith_embed(history schema.sql): compiles the texts of files of src/history (or of a glob) into its library;
# pith::history::embedded("schema.sql") of "history/embedded.h" gives them.
function(pith_embed name pattern)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/${pattern})
  set(folder ${PROJECT_BINARY_DIR}/generated/${name})
  set(script ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded.h.in ${folder}/embedded.h @ONLY)
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(OUTPUT ${folder}/embedded.cpp DEPENDS ${files} ${script} VERBATIM
    COMMAND ${CMAKE_COMMAND} -DOUT=${folder}/embedded.cpp -DNAME=${name} -DFILES=${joined} -P ${script})
  target_sources(pith_${name} PRIVATE ${folder}/embedded.cpp)
  # Pedantic Clang minds literals that every compiler at hand takes.
  set_source_files_properties(${folder}/embedded.cpp PROPERTIES COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:Clang>:-Wno-overlength-strings>")
  target_include_directories(pith_${name} PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()
