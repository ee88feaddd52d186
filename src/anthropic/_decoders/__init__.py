"""Decoders of response bodies that arrive piece by piece."""
