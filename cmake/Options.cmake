# What every target of ours is compiled with; third parties never see it.
option(PITH_BUILD_BENCHMARKS "Build bench/" ON)
option(PITH_BUILD_FUZZERS "Build fuzz/ (as replayers of their corpora unless the preset is `fuzz`)" ON)

add_library(pith_options INTERFACE)
target_compile_features(pith_options INTERFACE cxx_std_20)
target_compile_options(pith_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wextra-semi
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wcast-qual -Wdouble-promotion -Wformat=2
  -Wmissing-declarations -Wnull-dereference -Wundef
  # GCC 12 cries wolf at -O3: with -Wrestrict on `"x" + s`, with -Wnull-dereference in its own <streambuf>.
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wno-restrict>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-null-dereference>)

include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(pith_options INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  target_link_options(pith_options INTERFACE -Wl,-z,relro,-z,now)
endif()
