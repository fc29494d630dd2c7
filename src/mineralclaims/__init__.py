"""Typed claims from news about minerals, energy and trade."""
