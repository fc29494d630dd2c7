"""From a string to sentences and tokens; offsets are never moved."""
