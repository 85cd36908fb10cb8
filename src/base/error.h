// The one family of exceptions: the world failed (a file, the database, a setting). Mistakes in
// what people wrote are values (deck::Diagnostic), not exceptions. Caught once, in cli/main.cpp;
// each class has an exit status.
#pragma once

#include <stdexcept>

namespace pith {

/// Base of every failure that pith reports; what() says what happened, where, and what to do.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The command line, the configuration or the environment asks for something impossible. Exit
/// status 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// A deck, script or data file that was needed is invalid. Exit status 3.
class InvalidInput : public Error {
 public:
  using Error::Error;
};

/// Reading or writing failed: a file, the history, the network. Exit status 4.
class StorageError : public Error {
 public:
  using Error::Error;
};

/// The bytes of a history are not what was written: what can be read of it can be saved elsewhere.
/// A history that merely cannot be opened (no rights, in use, too new) is none of these.
class DamagedHistory : public StorageError {
 public:
  using StorageError::StorageError;
};

}  // namespace pith
