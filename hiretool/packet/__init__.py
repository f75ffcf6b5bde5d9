"""Ratings + notes -> the committee's packet. It advises; people decide."""

from hiretool.packet.build import Packet, build, full

__all__ = ["Packet", "build", "full"]
