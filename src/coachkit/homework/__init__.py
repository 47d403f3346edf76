"""What goes home and comes back: reminders for a calendar, and the mail with the worksheet."""
