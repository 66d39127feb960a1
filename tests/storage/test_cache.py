from __future__ import annotations

import os

import pytest


def test_payloads_come_back_byte_for_byte(workspace):
    items = {"a" * 64: b"", "b": bytes(range(256)), "c": os.urandom(100_000)}
    workspace.remember(items)
    assert workspace.known(items) == items


def test_only_known_keys_come_back(workspace):
    workspace.remember({"a": b"1", "b": b"2"})
    assert workspace.known(["b", "x", "b"]) == {"b": b"2"}
    assert workspace.known([]) == {}
    workspace.remember({})


def test_the_last_payload_of_a_key_counts(workspace):
    workspace.remember({"a": b"1", "b": b"2"})
    workspace.remember({"a": b"3"})
    assert workspace.known(["a", "b"]) == {"a": b"3", "b": b"2"}


def test_many_keys_at_once(workspace):
    items = {f"key {n}": str(n).encode() for n in range(2_345)}
    workspace.remember(items)
    assert workspace.known([*items, "not there"]) == items


def test_pruning_lets_the_oldest_go(workspace):
    for n in range(6):
        workspace.remember({f"k{n}": b"x"})
    workspace.remember({"k0": b"stored again"})
    assert workspace.prune(10) == 0
    assert workspace.prune(3) == 3
    assert set(workspace.known(f"k{n}" for n in range(6))) == {"k4", "k5", "k0"}
    assert workspace.prune(0) == 3
    assert workspace.known(["k0"]) == {}


def test_pruning_within_one_lot_goes_by_its_order(workspace):
    workspace.remember({f"k{n}": b"x" for n in (3, 1, 2)})
    workspace.prune(2)
    assert set(workspace.known(["k1", "k2", "k3"])) == {"k1", "k2"}


def test_a_negative_number_to_keep_is_refused(workspace):
    workspace.remember({"a": b"1"})
    with pytest.raises(ValueError, match="negative"):
        workspace.prune(-1)
    assert workspace.known(["a"]) == {"a": b"1"}
