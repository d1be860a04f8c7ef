"""The ground itself holds."""

import asyncio
import socket

import pytest
from _pytest.outcomes import Failed
from hypothesis import given
from hypothesis import strategies as st


def test_a_connection_to_another_machine_fails_the_test() -> None:
    with socket.socket() as plug, pytest.raises(Failed, match="reached for the network"):
        plug.connect(("192.0.2.1", 80))


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(Failed, match=r"reached for the network: 'example\.org'"):
        socket.create_connection(("example.org", 80))


async def test_an_event_loop_still_works() -> None:
    await asyncio.sleep(0)


@given(st.integers())
def test_properties_can_be_stated(number: int) -> None:
    assert number - number == 0
