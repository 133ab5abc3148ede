"""Head office's storage: everybody's records, the feed of each scope, devices and their rights."""
