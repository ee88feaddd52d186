"""Structured outputs: JSON schemas for requests, typed values from replies."""
