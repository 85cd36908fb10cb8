# Headers that nearly every file includes, parsed once for the libraries and once for the tests: a cold
# build takes a third less time. A compiler cache cannot see through them, so with a launcher they stay out; so they do where
# GCC optimises, since it takes precompiled system headers for ours and warns of them.
if(CMAKE_CXX_COMPILER_LAUNCHER OR CMAKE_BUILD_TYPE STREQUAL "Release")
  option(PITH_PRECOMPILE "Parse common headers once" OFF)
else()
  option(PITH_PRECOMPILE "Parse common headers once" ON)
endif()
set(PITH_COMMON_HEADERS <algorithm> <array> <chrono> <filesystem> <functional> <map> <optional> <span> <string>
  <string_view> <unordered_map> <vector> <fmt/format.h>)

# pith_precompile(pith_tests_text <catch2/catch.hpp>): gives a target the common headers and these.
function(pith_precompile target)
  if(PITH_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${PITH_COMMON_HEADERS} ${ARGN})
  endif()
endfunction()

# pith_reuse_precompiled(pith_deck pith_text): takes over what another target parsed, if that is already defined.
function(pith_reuse_precompiled target owner)
  if(PITH_PRECOMPILE AND TARGET ${owner} AND NOT target STREQUAL owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()
