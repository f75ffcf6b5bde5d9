"""Ratings + notes -> the committee's packet. It advises; people decide."""

from hiretool.packet.build import build

__all__ = ["build"]
