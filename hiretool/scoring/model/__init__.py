"""The calibrated model: ratings -> components of variance -> severities -> scores with intervals."""
