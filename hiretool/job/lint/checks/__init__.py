"""What words alone do not show, a module a check; `find(case)` yields what it found."""
