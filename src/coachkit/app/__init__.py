"""The coach's app: the practice folder, the server on her own machine, and the first screen."""
