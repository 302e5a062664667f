# SPDX-License-Identifier: GPL-3.0-or-later
"""A small reader of the project's schema file. It shares no line with the reader under test."""

import xml.etree.ElementTree as tree
from typing import NamedTuple

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


class Property(NamedTuple):
    name: str
    type: str
    is_collection: bool
    is_nullable: bool


class Type(NamedTuple):
    name: str
    base: str
    is_open: bool
    is_abstract: bool
    properties: tuple


class Schema:
    def __init__(self, path):
        self.types = {}
        self.enums = {}
        schemas = list(tree.parse(path).iter(EDM + "Schema"))
        self._aliases = {schema.get("Alias"): schema.get("Namespace") for schema in schemas if schema.get("Alias")}
        for schema in schemas:
            self._read(schema)

    def _full(self, name):
        namespace, _, short = name.rpartition(".")
        return f"{self._aliases.get(namespace, namespace)}.{short}" if namespace else name

    def _read(self, schema):
        for element in schema:
            name = f"{schema.get('Namespace')}.{element.get('Name')}"
            if element.tag == EDM + "EnumType":
                values = {member.get("Name"): int(member.get("Value")) for member in element.iter(EDM + "Member")}
                self.enums[name] = values
            elif element.tag in (EDM + "ComplexType", EDM + "EntityType"):
                properties = tuple(self._property(child) for child in element
                                   if child.tag in (EDM + "Property", EDM + "NavigationProperty"))
                is_open, is_abstract = (element.get(flag) == "true" for flag in ("OpenType", "Abstract"))
                base = self._full(element.get("BaseType", ""))
                self.types[name] = Type(name, base, is_open, is_abstract, properties)

    def _property(self, element):
        kind = element.get("Type")
        is_collection = kind.startswith("Collection(")
        inner = kind[len("Collection("):-1] if is_collection else kind
        return Property(element.get("Name"), self._full(inner), is_collection, element.get("Nullable") != "false")

    def properties(self, name):
        """With the inherited ones."""
        kind = self.types.get(name)
        return (*self.properties(kind.base), *kind.properties) if kind else ()

    def is_open(self, name):
        kind = self.types.get(name)
        return bool(kind) and (kind.is_open or self.is_open(kind.base))

    def is_a(self, name, base):
        while name and name != base:
            name = self.types[name].base if name in self.types else ""
        return bool(name)

    def with_derived(self, name):
        return [other for other in self.types if self.is_a(other, name)]

    def sendable(self, enum):
        """The members that may be sent: neither the sentinel nor one above it."""
        values = self.enums[enum]
        sentinel = values.get("unknownFutureValue", max(values.values()) + 1)
        return [member for member, value in values.items() if value < sentinel]
