# hiretool-canary-c2521062-d2aa-4c7b-82b2-b30f315cebef
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("questions", "runner")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


class Model:
    """Answers in its own way, keeps what it was asked, and what the file held each time."""

    def __init__(self, path, busy=(), refused=(), ends_at=None):
        self.path, self.busy, self.refused, self.ends_at = path, dict(busy), set(refused), ends_at
        self.asked, self.files, self.slept = [], [], []

    def ask(self, prompt):
        self.files.append(self.path.read_bytes() if self.path.exists() else b"")
        self.asked.append(prompt)
        if self.busy.get(prompt, 0) > 0:
            self.busy[prompt] -= 1
            raise TimeoutError("busy")
        if prompt in self.refused:
            raise PermissionError("not this one")
        if len(self.asked) == self.ends_at:
            raise RuntimeError("the plug was pulled")
        return answer(prompt)

    def sleep(self, seconds):
        self.slept.append(seconds)


def answer(prompt):
    return f"ö {prompt[::-1]}\n{len(prompt)}"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    rows = variants.questions(seed, 18)
    # The first prompt comes a second time at the end, whatever was drawn.
    rows.append({"id": "q9999", "prompt": rows[0]["prompt"]})
    prompts = list(dict.fromkeys(row["prompt"] for row in rows))
    whole = [(row["id"], answer(row["prompt"]), None) for row in rows]

    made = {}

    def question(row):
        key = row["id"], row["prompt"]
        if key not in made:
            made[key] = modules["questions"].Question(**row)
        return made[key]

    def put(path, rows=rows, attempts=4, **behaves):
        """What a run gives, as plain values, and the model that it asked."""
        model = Model(path, **behaves)
        results = modules["runner"].run(
            [question(row) for row in rows], model.ask, str(path), attempts=attempts, sleep=model.sleep
        )
        return [(result.id, result.answer, result.problem) for result in results], model

    def plain(path):
        results, model = put(path)
        return results == whole and model.asked == prompts and model.slept == []

    def again(path):
        put(path)
        before = path.read_bytes()
        results, model = put(path)
        return results == whole and model.asked == [] and path.read_bytes() == before

    def killed(path):
        # What lies on the disk when a call is made is all that is left if the machine stops just then.
        _, model = put(path)
        for place in draw.sample(range(len(prompts)), 3):
            path.write_bytes(model.files[place])
            results, after = put(path)
            if results != whole or after.asked != prompts[place:]:
                return False
        return True

    def torn(path):
        put(path)
        data = path.read_bytes()
        ends = [at for at, byte in enumerate(data) if byte == ord("\n")]
        for line in draw.sample(range(1, len(ends)), 4):
            # Never so late that the line is whole and only its end is missing.
            path.write_bytes(data[: draw.randint(ends[line - 1] + 2, ends[line] - 2)])
            results, after = put(path)
            once_more, third = put(path)
            if (results, once_more) != (whole, whole) or after.asked != prompts[line:] or third.asked:
                return False
        return True

    def ended(path):
        place = draw.randrange(2, len(prompts))
        try:
            put(path, ends_at=place)
        except RuntimeError:
            results, model = put(path)
            return results == whole and model.asked == prompts[place - 1 :]
        return False

    def corrected(path):
        put(path)
        place = draw.randrange(1, 15)
        new = {"id": rows[place]["id"], "prompt": f"Reworded: {rows[place]['prompt']}"}
        changed = [new if at == place else row for at, row in enumerate(rows)]
        results, model = put(path, changed)
        back, last = put(path)
        right = [(new["id"], answer(new["prompt"]), None) if at == place else row for at, row in enumerate(whole)]
        return results == right and model.asked == [new["prompt"]] and back == whole and last.asked == []

    def busy_for_a_while(path):
        slow = draw.sample(prompts, 2)
        results, model = put(path, busy={slow[0]: 2, slow[1]: 3})
        waits = {slow[0]: [1, 2], slow[1]: [1, 2, 4]}
        in_order = [seconds for prompt in prompts if prompt in waits for seconds in waits[prompt]]
        return results == whole and model.slept == in_order

    def busy_throughout(path):
        once = [prompt for prompt in prompts if sum(row["prompt"] == prompt for row in rows) == 1]
        slow = draw.choice(once)
        results, model = put(path, attempts=3, busy={slow: 99})
        right = [(row["id"], None, "busy") if row["prompt"] == slow else whole[at] for at, row in enumerate(rows)]
        later, after = put(path)
        return (
            (results, later) == (right, whole)
            and model.asked.count(slow) == 3
            and model.slept == [1, 2]
            and after.asked == [slow]
        )

    def refused(path):
        # One of the two stands there twice.
        no = [prompts[0], draw.choice(prompts[3:])]
        right = [(row["id"], None, "refused") if row["prompt"] in no else whole[at] for at, row in enumerate(rows)]
        results, model = put(path, refused=no)
        later, after = put(path)
        return results == later == right and model.asked == prompts and after.asked == [] and model.slept == []

    def lines_stay(path):
        _, model = put(path, busy={prompts[5]: 1}, refused=[prompts[7]])
        files = [*model.files, path.read_bytes()]
        path.write_bytes(files[-1][:-9])
        torn_files = [path.read_bytes()]
        _, after = put(path)
        torn_files += [*after.files, path.read_bytes()]
        return all(
            later.startswith(file[: file.rfind(b"\n") + 1])
            for kept in (files, torn_files)
            for file, later in zip(kept, kept[1:])
        )

    def files_are_read(_):
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "questions.jsonl").write_text('{"id": "q1", "prompt": "Who?"}\n', encoding="utf-8")
            found = modules["questions"].read(str(Path(folder, "questions.jsonl")))
            return [(one.id, one.prompt) for one in found] == [("q1", "Who?")]

    claims = {
        "files_are_read_as_before": files_are_read,
        "each_prompt_is_asked_once": plain,
        "a_second_run_asks_nothing": again,
        "killed_between_two_questions": killed,
        "killed_while_a_line_is_written": torn,
        "another_error_ends_the_run": ended,
        "corrected_questions_are_asked_again": corrected,
        "busy_for_a_while": busy_for_a_while,
        "busy_throughout_is_for_this_run_only": busy_throughout,
        "refused_is_for_good": refused,
        "whole_lines_stay": lines_stay,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true of a file of its own; code that raises does not hold it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return bool(claim(Path(folder, "answers.jsonl")))
        except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
            return False
