"""What only the author sees: on their own terminal, never in a site, a log or a report."""
