"""What a workspace remembers: openings, candidates, kits given, scorecards and the audit log. The only SQL."""
