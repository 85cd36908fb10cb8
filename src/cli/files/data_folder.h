// The folder of history and decks, which is its owner's alone.
#pragma once

#include <filesystem>

#include "cli/context.h"

namespace pith::cli {

/// Makes the data folder (0700) if `path`, where something is about to be written, lies in it; one
/// that is there keeps its rights. Throws StorageError.
void make_data_folder_for(const Context& context, const std::filesystem::path& path);

/// Throws StorageError, with the remedy, unless the folder for a file that a person named is there,
/// or lies in the data folder: a path typed wrong would make folders.
void check_folder_for(const Context& context, const std::filesystem::path& file);

/// The same, and makes the data folder if the file lies in it.
void require_folder_for(const Context& context, const std::filesystem::path& file);

}  // namespace pith::cli
