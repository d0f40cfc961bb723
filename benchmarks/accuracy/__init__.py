"""The accuracy bench: labelled webs generated from a seed, visited by the real program over HTTP.

Nothing here reads the program's vocabulary, matching or pretend web: these pages are strangers to it.
"""
