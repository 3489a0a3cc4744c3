"""The network: contradictions, bounds, order and distances, held to independent reckonings."""
