"""The figures of quantities: which there are, their charts over years and of a few values, and what they say."""
