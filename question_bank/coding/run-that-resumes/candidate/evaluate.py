"""Put a file of questions to the model.

    python evaluate.py data/questions.jsonl answers.jsonl
    python evaluate.py data/questions.jsonl answers.jsonl --busy 0.2 --refuses 0.05 --ends-after 100
"""

import argparse

import questions
import runner
from service import Service


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("questions")
    arguments.add_argument("answers")
    arguments.add_argument("--busy", type=float, default=0.0)
    arguments.add_argument("--refuses", type=float, default=0.0)
    arguments.add_argument("--ends-after", type=int)
    given = arguments.parse_args()
    service = Service(given.busy, given.refuses, given.ends_after)
    try:
        results = runner.run(questions.read(given.questions), service.ask, given.answers)
        print(f"{len(results)} questions, {sum(result.answer is not None for result in results)} answered")
    finally:
        print(f"{service.paid} answers paid")


if __name__ == "__main__":
    main()
