#!/usr/bin/env python3
"""tests/compare/validate.py SCHEMA FILE...: whether texts keep to a schema

Knows the words that docs/compare.schema.json has, and refuses any other. One
line for each file that does not keep to it, with the first place that is
wrong; the status is 0 where there is none.
"""
import json
import re
import sys

NAMES = {"object": dict, "array": list, "string": str, "boolean": bool,
         "number": (int, float), "integer": int, "null": type(None)}
SILENT = {"$schema", "title", "description"}


def has_type(value, name):
    """true is no number, though Python thinks so."""
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, NAMES[name])


def members(value, schema, place):
    """What is wrong with an object's members."""
    known = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{place}: no {name}"
    for name, member in value.items():
        if name in known:
            yield from wrong(member, known[name], f"{place}.{name}")
        elif schema.get("additionalProperties", True) is False:
            yield f"{place}: {name} is not in the schema"


def wrong(value, schema, place):
    """All that is wrong with a value."""
    words = set(schema) - SILENT
    if "type" in words:
        types = schema["type"]
        types = types if isinstance(types, list) else [types]
        if not any(has_type(value, name) for name in types):
            yield f"{place}: {json.dumps(value)[:40]} is no {types}"
            return
    if "enum" in words and value not in schema["enum"]:
        yield f"{place}: {value} is none of {schema['enum']}"
    if "const" in words and value != schema["const"]:
        yield f"{place}: {value} is not {schema['const']}"
    if "minimum" in words and value is not None and value < schema["minimum"]:
        yield f"{place}: {value} is less than {schema['minimum']}"
    if "pattern" in words and not re.search(schema["pattern"], value):
        yield f"{place}: {value} is not like {schema['pattern']}"
    if isinstance(value, dict):
        yield from members(value, schema, place)
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from wrong(item, schema["items"], f"{place}[{number}]")
    unknown = words - {"type", "enum", "const", "minimum", "pattern", "items",
                       "required", "properties", "additionalProperties"}
    if unknown:
        yield f"{place}: the schema says {unknown}, which is not known here"


def main():
    """Reads all files, prints what is wrong."""
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    status = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            found = next(wrong(json.load(file), schema, "$"), None)
        if found:
            print(f"{path}: {found}")
            status = 1
    sys.exit(status)


main()
