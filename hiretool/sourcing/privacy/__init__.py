"""What is kept of people who were found: for how long, with which notice, and who objected."""
