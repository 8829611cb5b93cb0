"""Between Mensenwerk and other tools: `read` brings their data in, `write` takes cleared data out."""
