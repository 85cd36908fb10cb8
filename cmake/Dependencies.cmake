# Debian 12 packages, found first; FetchContent is the fallback on systems that lack one.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

FetchContent_Declare(fmt GIT_REPOSITORY https://github.com/fmtlib/fmt GIT_TAG 9.1.0
  FIND_PACKAGE_ARGS 9.1)
FetchContent_Declare(CLI11 GIT_REPOSITORY https://github.com/CLIUtils/CLI11 GIT_TAG v2.1.2
  FIND_PACKAGE_ARGS 2.1)
FetchContent_Declare(yaml-cpp GIT_REPOSITORY https://github.com/jbeder/yaml-cpp GIT_TAG yaml-cpp-0.7.0
  FIND_PACKAGE_ARGS 0.7)
FetchContent_Declare(nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json GIT_TAG v3.11.2
  FIND_PACKAGE_ARGS 3.11)
FetchContent_Declare(SQLiteCpp GIT_REPOSITORY https://github.com/SRombauts/SQLiteCpp GIT_TAG 3.2.1
  FIND_PACKAGE_ARGS 3.2)
FetchContent_MakeAvailable(fmt CLI11 yaml-cpp nlohmann_json SQLiteCpp)
if(NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)  # 0.7 exports the bare name
endif()

find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)

find_library(LIBSTEMMER_LIBRARY stemmer REQUIRED)
find_path(LIBSTEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(libstemmer::libstemmer UNKNOWN IMPORTED)
set_target_properties(libstemmer::libstemmer PROPERTIES
  IMPORTED_LOCATION ${LIBSTEMMER_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${LIBSTEMMER_INCLUDE_DIR})

find_library(TINFO_LIBRARY NAMES tinfo ncursesw ncurses REQUIRED)
find_path(TINFO_INCLUDE_DIR term.h REQUIRED)
add_library(tinfo::tinfo UNKNOWN IMPORTED)
set_target_properties(tinfo::tinfo PROPERTIES
  IMPORTED_LOCATION ${TINFO_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${TINFO_INCLUDE_DIR})

# Containers and markup of other programs' decks; none of them has a CMake package in Debian 12.
function(pith_import name target library header)
  string(TOUPPER ${name} variable)
  find_library(${variable}_LIBRARY ${library} REQUIRED)
  find_path(${variable}_INCLUDE_DIR ${header} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION ${${variable}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${variable}_INCLUDE_DIR})
endfunction()
pith_import(cmark cmark::cmark cmark cmark.h)
pith_import(gumbo gumbo::gumbo gumbo gumbo.h)
pith_import(zstd zstd::zstd zstd zstd.h)
pith_import(minizip minizip::minizip minizip minizip/unzip.h)

if(BUILD_TESTING)
  FetchContent_Declare(Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2 GIT_TAG v2.13.10
    FIND_PACKAGE_ARGS 2.13)
  FetchContent_MakeAvailable(Catch2)
  find_library(VTERM_LIBRARY vterm REQUIRED)
  find_path(VTERM_INCLUDE_DIR vterm.h REQUIRED)
  add_library(vterm::vterm UNKNOWN IMPORTED)
  set_target_properties(vterm::vterm PROPERTIES
    IMPORTED_LOCATION ${VTERM_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${VTERM_INCLUDE_DIR})
  find_package(rapidcheck QUIET)
  if(NOT rapidcheck_FOUND)
    find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
    find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
    add_library(rapidcheck UNKNOWN IMPORTED)
    set_target_properties(rapidcheck PROPERTIES
      IMPORTED_LOCATION ${RAPIDCHECK_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${RAPIDCHECK_INCLUDE_DIR})
  endif()
endif()
