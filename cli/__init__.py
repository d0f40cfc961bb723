"""The commands' options, folder, progress and exit codes; `meldroute.py` holds the commands themselves."""
