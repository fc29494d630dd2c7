"""The command line: files, folders or standard input in; a table, JSON Lines, CSV or a page out."""

from mineralclaims.cli.commands import cli

__all__ = ["cli"]
