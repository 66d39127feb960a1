"""Pure analysis: articles in, frames out. Imports nothing of ours from outside itself."""
