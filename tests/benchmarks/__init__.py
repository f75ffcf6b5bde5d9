"""Measurements, printed and never asserted: ./hire bench [NAME ...]"""
