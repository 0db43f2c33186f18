"""Runs CLI commands and boto3 snippets up to the moment a request would be sent, and holds the request against botocore's
model: unknown and missing parameters, types, values of enums, patterns. Reads JSON from standard input, writes JSON."""
import contextlib
import io
import json
import os
import re
import sys
import tempfile

os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_EC2_METADATA_DISABLED="true", AWS_DEFAULT_REGION="ap-northeast-2", AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull)

import botocore.client
import botocore.validate
import botocore.waiter

found = []
sent = 0


def enum_problems(shape, value, where):
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        for key, one in value.items():
            if key in shape.members:
                yield from enum_problems(shape.members[key], one, f"{where}.{key}")
    elif kind == "list" and isinstance(value, (list, tuple)):
        for one in value:
            yield from enum_problems(shape.member, one, where)
    elif kind == "map" and isinstance(value, dict):
        for key, one in value.items():
            yield from enum_problems(shape.key, key, where)
            yield from enum_problems(shape.value, one, where)
    elif kind == "string" and isinstance(value, str):
        if getattr(shape, "enum", None) and value not in shape.enum:
            yield f"{where}: no value {value}"
        pattern = shape.metadata.get("pattern")
        if pattern:
            with contextlib.suppress(re.error):
                if not re.search(pattern, value):
                    yield f"{where}: {value} does not fit {pattern}"


def answer(shape, name="", depth=0):
    kind = shape.type_name
    if depth > 6:
        return None
    if kind == "structure":
        return {key: answer(member, key, depth + 1) for key, member in shape.members.items() if not re.search(r"(token|marker|truncated)$|lastevaluated|^next", key, re.I)}
    if kind == "list":
        return [answer(shape.member, name, depth + 1)]
    if kind == "map":
        return {key: "text" for key in ("QueueArn", "QueueUrl")} if shape.value.type_name == "string" else {}
    if kind in ("integer", "long", "float", "double"):
        return 1
    if kind == "boolean":
        return True
    return "text"


def call(self, operation, params):
    global sent
    sent += 1
    model = self.meta.service_model.operation_model(operation)
    if model.input_shape:
        report = botocore.validate.ParamValidator().validate(params, model.input_shape)
        if report.has_errors():
            found.append(report.generate_report().split("\n")[0])
        found.extend(enum_problems(model.input_shape, params, operation))
    return answer(model.output_shape) if model.output_shape else {}


def wait(self, **kwargs):
    kwargs.pop("WaiterConfig", None)
    self._operation_method(**kwargs)


botocore.client.BaseClient._make_api_call = call
botocore.waiter.Waiter.wait = wait


def run_boto3(item):
    code = compile(item["source"], item["id"], "exec")
    exec(code, {"__name__": "__main__"})


def run_cli(item, driver):
    for words in item["commands"]:
        for word in words:
            path = word[len("fileb://"):] if word.startswith("fileb://") else word if re.match(r"^\./[\w.-]+$", word) else None
            if path:
                with open(path, "wb") as file:
                    file.write(b"PK\x05\x06" + bytes(18) if path.endswith(".zip") else b"{}")
        before = len(found)
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            code = driver.main(words)
        if code and len(found) == before:
            lines = [line for line in errors.getvalue().strip().split("\n") if line]
            found.append(lines[-1] if lines else f"exit {code}")


def main():
    mode, items = sys.argv[1], json.load(sys.stdin)
    problems = {}
    global sent
    os.chdir(tempfile.mkdtemp())
    if mode == "cli":
        import awscli
        from awscli.clidriver import create_clidriver
        driver = create_clidriver()
        version = awscli.__version__
    else:
        version = botocore.__version__
    for item in items:
        found.clear()
        sent = 0
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            try:
                run_cli(item, driver) if mode == "cli" else run_boto3(item)
            except SystemExit as error:
                if error.code:
                    found.append(f"exit {error.code}")
            except Exception as error:
                found.append(f"{type(error).__name__}: {error}".split("\n")[0])
        if sent == 0 and not found and "presign" not in json.dumps(item):
            found.append("nothing was called")
        if found:
            problems[item["id"]] = found[0]
    print(json.dumps({"version": version, "problems": problems}))


main()
