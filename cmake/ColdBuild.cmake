# What only makes a cold build quicker.

# A folder's sources a dozen at a time as one: two thirds of the processor's time, but a change of one file compiles a dozen.
# Their unnamed namespaces are one then: in a folder of src/ a helper has a name of its own.
option(PITH_JOIN_SOURCES "Compile the sources of src/ joined" OFF)

# pith_join_sources(pith_deck): see above.
function(pith_join_sources target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${PITH_JOIN_SOURCES} UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# A compiler cache cannot see through precompiled headers, so with a launcher they stay out.
if(CMAKE_CXX_COMPILER_LAUNCHER)
  option(PITH_PRECOMPILE "Parse common headers once" OFF)
else()
  option(PITH_PRECOMPILE "Parse common headers once" ON)
endif()
# Headers that nearly every file includes, parsed once for the libraries and once for the tests.
set(PITH_COMMON_HEADERS <algorithm> <array> <chrono> <filesystem> <functional> <map> <optional> <span> <string>
  <string_view> <unordered_map> <vector> <fmt/format.h>)

if(PITH_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # By default GCC looks for garbage, in the precompiled headers too, each time a job has used 128 MB.
  target_compile_options(pith_options INTERFACE --param=ggc-min-heapsize=393216)
  # Where it optimises it takes precompiled system headers for ours and warns of them.
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(pith_options INTERFACE -w)
  endif()
endif()

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
