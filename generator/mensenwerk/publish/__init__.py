"""From pages to finished things: text for searching, the search index, the folder, paper."""
