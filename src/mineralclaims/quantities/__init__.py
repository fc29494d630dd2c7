"""Mentions put together into quantities: number and unit, ranges, bounds, denominators."""
