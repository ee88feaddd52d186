"""The name and the version that the package reports about itself."""

__title__ = "anthropic"
__version__ = "0.79.0"
