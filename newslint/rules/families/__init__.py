"""Mechanisms that several rules share."""
