"""The headless program: for installers, managers' scripts and scheduled jobs."""
