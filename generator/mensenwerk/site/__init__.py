"""The meeting with MkDocs: hooks, build and serve. The only importer of mkdocs."""
