# SPDX-License-Identifier: GPL-3.0-or-later
"""Generates request bodies, right and wrong, along the project's schema. The same seed gives the same bodies.

A right body fills or leaves out members; a wrong one has exactly one fault, whose kind is the first word of its name.
"""

import json
import random
from collections import deque
from typing import NamedTuple

import forms

SESSION = "microsoft.graph.callRecords.session"
RECORDS = "microsoft.graph.callRecords."
# What a session cannot do without; a failureInfo without its stage is left out (leftout.py).
REQUIRED = {
    SESSION: ("modalities", "startDateTime", "endDateTime"),
    RECORDS + "segment": ("startDateTime", "endDateTime"),
    RECORDS + "failureInfo": ("stage",),
}


class Body(NamedTuple):
    name: str
    text: bytes
    is_right: bool


def text_of(value):
    return json.dumps(value, ensure_ascii=False).encode()


def may_be_null(item):
    """A collection is never null; `Nullable` of one speaks of its items."""
    return item.is_nullable and not item.is_collection


class Generator:
    def __init__(self, schema, seed):
        self._schema = schema
        self._random = random.Random(seed)
        self._ways = self._find_ways()
        self._bodies = {}
        self._seen = set()

    def bodies(self):
        for name in self._ways:
            self._right(name)
            self._types(name)
            self._strangers(name)
            for item in self._schema.properties(name):
                self._property(name, item)
        self._session_members()
        for number in range(40):
            self._add(f"right random {number}", self._value_of_type(SESSION, 0.5), True)
        return list(self._bodies.values())

    # --- where the types are

    def _find_ways(self):
        """For each type that an object in a session can have: the owner and the property that it stands in."""
        ways = {SESSION: None}
        waiting = deque(ways)  # the shortest way to each, because the nearest come first
        while waiting:
            owner = waiting.popleft()
            for item in self._schema.properties(owner):
                for name in self._schema.with_derived(item.type):
                    if name not in ways:
                        ways[name] = (owner, item)
                        waiting.append(name)
        return ways

    def _is_lenient(self, name):
        """Whether it stands where a service may know derived types, with members, that the schema does not."""
        way = self._ways[name]
        return way is not None and self._is_open_family(way[1].type)

    def _is_open_family(self, declared):
        return self._schema.is_open(declared) and len(self._schema.with_derived(declared)) > 1

    def _wrapped(self, name, value):
        """A session with `value` in the place of the type `name`."""
        way = self._ways[name]
        while way is not None:
            owner, item = way
            value = {**self._bare(owner), item.name: [value] if item.is_collection else value}
            way = self._ways[owner]
        return value

    def _bare(self, name):
        """The least that an object of the type says."""
        value = self._type_member(name)
        for item in self._schema.properties(name):
            if item.name in REQUIRED.get(name, ()):
                value[item.name] = self._value(item, 0)
        return value

    def _type_member(self, name):
        """`@odata.type` where the type is derived from the declared one; elsewhere by chance, with or without `#`."""
        way = self._ways[name]
        hash_sign = self._random.choice(("#", ""))
        is_derived = way is not None and way[1].type != name
        return {"@odata.type": hash_sign + name} if is_derived or self._random.random() < 0.3 else {}

    # --- right values

    def _value(self, item, chance):
        values = [self._single(item, chance) for _ in range(self._random.randint(1, 2) if item.is_collection else 1)]
        return values if item.is_collection else values[0]

    def _single(self, item, chance):
        if item.type in self._schema.enums:
            return self._random.choice(self._schema.sendable(item.type))
        if item.type in self._schema.types:
            names = [name for name in self._schema.with_derived(item.type) if not self._schema.types[name].is_abstract]
            return self._value_of_type(self._random.choice(names), chance, item.type)
        return json.loads(self._random.choice(forms.RIGHT[item.type]))

    def _value_of_type(self, name, chance, declared=None):
        """An object of the type whose optional members are there with `chance`."""
        value = self._type_member(name)
        if declared not in (None, name):
            value["@odata.type"] = "#" + name
        for item in self._schema.properties(name):
            if item.name in REQUIRED.get(name, ()) or self._random.random() < chance:
                value[item.name] = self._value(item, chance * 0.8)
        if self._schema.is_open(name) and self._random.random() < chance:
            value["ofItsOwn"] = self._random.choice(([1, None], "x", {"a": {}}))
        return value

    # --- the rows

    def _add(self, name, value, is_right):
        text = value if isinstance(value, bytes) else text_of(value)
        self._bodies.setdefault(name, Body(name, text, is_right))

    def _right(self, name):
        place = name.rpartition(".")[2]
        self._add(f"right bare {place}", self._wrapped(name, self._bare(name)), True)
        self._add(f"right full {place}", self._wrapped(name, self._value_of_type(name, 1)), True)
        nulls = {item.name: None for item in self._schema.properties(name) if may_be_null(item)}
        self._add(f"right nulls {place}", self._wrapped(name, {**nulls, **self._bare(name)}), True)

    def _types(self, name):
        place = name.rpartition(".")[2]
        bare = self._bare(name)
        is_lenient = self._is_lenient(name)

        def typed(kind, value, is_right):
            self._add(f"{kind} {place}", self._wrapped(name, {**bare, "@odata.type": value}), is_right)

        if name == SESSION or not self._schema.types[name].is_abstract:
            typed("type-bare", name, True)
            typed("type-hash", "#" + name, True)
        typed("type-unknown", "#" + RECORDS + "nothing", is_lenient)
        typed("type-unrelated", "#" + (RECORDS + "media" if name != RECORDS + "media" else SESSION), is_lenient)
        typed("type-case", "#" + name.replace("microsoft", "Microsoft"), is_lenient)
        typed("type-short", "#" + place, is_lenient)
        typed("type-empty", "", is_lenient)
        typed("type-not-text", self._random.choice((5, None, True, [], {})), False)
        for kind, value in (("object-as-text", "{}"), ("object-as-array", []), ("object-as-number", 0)):
            if name != SESSION:
                self._add(f"{kind} {place}", self._wrapped(name, value), False)

    def _strangers(self, name):
        """Undeclared members, which a closed type refuses and an open one keeps."""
        place = name.rpartition(".")[2]
        is_open = self._schema.is_open(name)
        for member in ("somethingElse", "StartDateTime", "displayname", ""):
            self._add(f"undeclared {place}/{member}", self._wrapped(name, {**self._bare(name), member: "x"}), is_open)
        for relative in self._schema.with_derived(self._schema.types[name].base or name):
            for item in self._schema.types[relative].properties:
                if all(item.name != own.name for own in self._schema.properties(name)):
                    value = {**self._bare(name), item.name: self._value(item, 0)}
                    self._add(f"of-a-relative {place}/{item.name}", self._wrapped(name, value), is_open)

    def _property(self, name, item):
        place = f"{name.rpartition('.')[2]}/{item.name}"
        way = self._ways[name]
        declared = self._schema.properties(way[1].type if way else SESSION)
        # In a derived type of an open family nothing is judged that only the derived type declares.
        is_free = self._is_lenient(name) and item not in declared

        def given(kind, value, is_right):
            text = text_of(self._wrapped(name, {**self._bare(name), item.name: "@@"}))
            raw = value if isinstance(value, str) else json.dumps(value)
            self._add(f"{kind} {place} {raw[:30]}", text.replace(b'"@@"', raw.encode()), is_right or is_free)

        wrap = "[%s]" if item.is_collection else "%s"
        given("right-null" if may_be_null(item) else "null", "null", may_be_null(item))
        if item.is_collection:
            given("right-empty", "[]", True)
            given("null-item", "[null]", False)
            given("array-as-object", "{}", False)
            given("nested-array", "[[]]", False)
        wrong, faulty, right = self._raw_values(item)
        given("wrong-type", wrap % self._random.choice(wrong), False)
        # All forms where a type comes first, one of each kind where it comes again: enough, and a minute saved.
        is_first = item.type not in self._seen
        self._seen.add(item.type)
        for raw in faulty if is_first else faulty and self._random.sample(faulty, 1):
            given("fault", wrap % raw, False)
        for raw in right if is_first else right and self._random.sample(right, 1):
            given("right-form", wrap % raw, True)
        if item.name in REQUIRED.get(name, ()) and name == SESSION:
            value = self._bare(name)
            del value[item.name]
            self._add(f"missing {place}", value, False)

    def _raw_values(self, item):
        """JSON texts of the wrong kind, of the right kind but wrong, and right ones."""
        if item.type in self._schema.types:
            return ('"text"', "1", "true"), (), ()
        if item.type not in self._schema.enums:
            return forms.WRONG_KIND[item.type], forms.FAULTY[item.type], forms.RIGHT[item.type]
        members = self._schema.sendable(item.type)
        first, second = members[0], members[1]
        faulty = [f'"{word}"' for word in ("nothing", first.upper(), f"{first},{second}", f" {first}", "", "0")]
        return ("true", "[]", "{}", "0"), faulty, [f'"{member}"' for member in members]

    def _session_members(self):
        bare = self._bare(SESSION)
        for name, value, is_right in forms.SESSION_ROWS:
            self._add(name, {**bare, **value}, is_right)
        for name, text, is_right in forms.TEXTS:
            self._add(name, text, is_right)
        for name, text in forms.NO_SESSION:
            self._add(name, text, False)
