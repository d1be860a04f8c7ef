"""What tests of the desk stand on."""

from tests.ingest.conftest import web

__all__ = ["web"]
