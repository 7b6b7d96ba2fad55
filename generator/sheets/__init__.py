"""The YAML that people write: read with the place of everything, held against the model, written one way.

`read_document` and `validate` turn a file into a typed value or into problems, `canonical` is `briefings fmt`,
and `schema_text` is what an editor needs to complete and check a file.
"""

from generator.sheets.canonical import canonical, from_data
from generator.sheets.schema import schema_line, schema_text, schemas
from generator.sheets.source import Document, read_document
from generator.sheets.validation import validate

__all__ = [
    "Document",
    "canonical",
    "from_data",
    "read_document",
    "schema_line",
    "schema_text",
    "schemas",
    "validate",
]
