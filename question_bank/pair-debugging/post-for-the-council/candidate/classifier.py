"""A score for each department, linear in the words of a letter, and the softmax of these."""

import numpy as np


class Classifier:
    def __init__(self, words, departments):
        self.weights = np.zeros((words, departments))
        self.bias = np.zeros(departments)

    def chances(self, x):
        """One row a letter, one column a department; rows sum to 1."""
        scores = x @ self.weights + self.bias
        scores -= scores.max(axis=1, keepdims=True)
        return np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)

    def loss(self, x, y):
        """Mean of minus the log of the chance given to the true department."""
        return float(-np.log(self.chances(x)[np.arange(len(y)), y] + 1e-12).mean())

    def gradients(self, x, y):
        """Gradients of the loss by weights and by bias."""
        error = self.chances(x)
        error[np.arange(len(y)), y] -= 1
        error /= len(y)
        return x.T @ error, error.sum(axis=0)

    def step(self, gradients, rate):
        """Move against the gradients."""
        by_weights, by_bias = gradients
        self.weights -= rate * by_weights
        self.bias -= rate * by_bias
