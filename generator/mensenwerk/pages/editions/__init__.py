"""What is made of cases for readers of its own: guides, case studies, conversations, briefings."""

from mensenwerk.pages.editions.page import edition_page, editions_overview, followed_by
from mensenwerk.pages.editions.shared import Material

__all__ = ["Material", "edition_page", "editions_overview", "followed_by"]
