"""A moto server on loopback, driven by lines of JSON: fixtures before each snippet, boto3 snippets run in this process.
It is started with loopback/ on PYTHONPATH, and in surroundings without keys or proxies (lab.mjs)."""
import contextlib
import io
import json
import os
import sys
import urllib.request

import boto3
import botocore.waiter
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
endpoint = f"http://127.0.0.1:{port}"
os.environ["AWS_ENDPOINT_URL"] = endpoint
wait = botocore.waiter.Waiter.wait
# an emulator answers at once or never
botocore.waiter.Waiter.wait = lambda self, **kwargs: wait(self, **{**kwargs, "WaiterConfig": {"Delay": 1, "MaxAttempts": 4}})


def client(name):
    return boto3.client(name, region_name="ap-northeast-2", endpoint_url=endpoint)


def prepare(fixtures):
    urllib.request.urlopen(urllib.request.Request(f"{endpoint}/moto-api/reset", method="POST")).read()
    ec2 = client("ec2")
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
    subnets = [one["SubnetId"] for one in ec2.describe_subnets()["Subnets"]]
    found = {
        "vpc-0123456789abcdef0": vpc,
        "subnet-0123456789abcdef0": subnets[0],
        "subnet-0fedcba9876543210": subnets[1],
        "sg-0123456789abcdef0": ec2.describe_security_groups()["SecurityGroups"][0]["GroupId"],
        "rtb-0123456789abcdef0": ec2.describe_route_tables()["RouteTables"][0]["RouteTableId"],
        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64": "ami-12c6146b",
        "https://sqs.ap-northeast-2.amazonaws.com": endpoint,
    }
    answers = {}
    for service, operation, params, *keep in fixtures:
        text = json.dumps(params)
        for key, value in {**found, **answers}.items():
            text = text.replace(key, value)
        if operation == "role":
            client("iam").create_role(RoleName=params, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": []}))
            continue
        params = json.loads(text)
        if "ZipFile" in params.get("Code", {}):
            params["Code"]["ZipFile"] = zip_bytes()
        answer = getattr(client(service), operation)(**params)
        for name, path in (keep[0] if keep else {}).items():
            value = answer
            for part in path.split("."):
                value = value[int(part)] if part.isdigit() else value[part]
            found[name] = value
    return found


def zip_bytes():
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("index.js", "exports.handler = async () => 'ok';")
    return data.getvalue()


def run(source, files):
    here = os.getcwd()
    os.chdir(files)
    try:
        exec(compile(source, "snippet", "exec"), {"__name__": "__main__"})
    finally:
        os.chdir(here)


def answer(request):
    kind = request["do"]
    if kind == "prepare":
        return {"found": prepare(request["fixtures"])}
    if kind == "boto3":
        run(request["source"], request["files"])
        return {}
    return {}


# what moto prints is not an answer
out = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
print(json.dumps({"endpoint": endpoint, "python": sys.executable}), file=out, flush=True)
for line in sys.stdin:
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            result = answer(json.loads(line))
        except BaseException as error:
            result = {"error": f"{type(error).__name__}: {error}".split("\n")[0]}
    print(json.dumps(result, default=str), file=out, flush=True)
