"""MiniStack with what it lacks and the stack needs; ../README.md says why each is here."""

import hashlib
import json
import os
import signal
import threading
import time
from contextvars import ContextVar

from ministack import app
from ministack.core import lambda_runtime
from ministack.services import eventbridge, lambda_svc, s3, ses
from ministack.services.cloudformation import provisioners

from mail import check_what_a_mail_uses, give_test_rendering, say_whether_mail_may_leave


def give_dkim_records():
    """Fn::GetAtt of an identity knows the CNAME records of Easy DKIM, as if they were in the DNS at once."""
    identity = provisioners._RESOURCE_HANDLERS["AWS::SES::EmailIdentity"]

    def with_records(act):
        def acted(*given, **named):
            domain, attributes = act(*given, **named)
            for number in (1, 2, 3):
                token = hashlib.sha256(f"{domain} {number}".encode()).hexdigest()[:32]
                attributes[f"DkimDNSTokenName{number}"] = f"{token}._domainkey.{domain}"
                attributes[f"DkimDNSTokenValue{number}"] = f"{token}.dkim.amazonses.com"
            ses._identities[domain].update(DkimEnabled=True, DkimVerificationStatus="Success")
            return domain, attributes

        return acted

    identity["create"] = with_records(identity["create"])
    identity["update"] = with_records(identity["update"])


def give_object_versions():
    """The event "Object Created" names the version of the object, as S3 does for a versioned bucket."""
    fired = ContextVar("fired", default=None)
    fire, dispatch = s3._fire_s3_event, eventbridge._dispatch_event

    def fire_with_version(*given, version_id=None, **named):
        fired.set(version_id)
        return fire(*given, version_id=version_id, **named)

    def dispatch_with_version(event, *given):
        version = fired.get()
        if event["Source"] == "aws.s3" and version is not None:
            detail = json.loads(event["Detail"])
            detail["object"]["version-id"] = version
            event = {**event, "Detail": json.dumps(detail)}
        return dispatch(event, *given)

    s3._fire_s3_event, eventbridge._dispatch_event = fire_with_version, dispatch_with_version


def give_object_lock():
    """A bucket made with ObjectLockEnabled takes the retention that a PutObject names."""
    bucket = provisioners._RESOURCE_HANDLERS["AWS::S3::Bucket"]
    create = bucket["create"]

    def create_lockable(logical_id, properties, stack):
        name, attributes = create(logical_id, properties, stack)
        if str(properties.get("ObjectLockEnabled")).lower() == "true":
            s3._bucket_object_lock[name] = {"enabled": True, "default_retention": None}
        return name, attributes

    bucket["create"] = create_lockable


def give_error_names():
    """A function that throws fails its task by the name of the error, as the Node runtime of Lambda reports it."""
    told = "error: String(err.message || err)"
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    assert told in script
    lambda_runtime._NODEJS_WORKER_SCRIPT = script.replace(told, f"name: err.name, {told}")

    thrown = ContextVar("thrown", default=None)
    invoke, execute = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm

    def invoke_and_note(*given, **named):
        result = invoke(*given, **named)
        thrown.set(result.get("name"))
        return result

    def execute_and_name(*given):
        thrown.set(None)
        answer = execute(*given)
        if answer.get("error") and thrown.get() is not None:
            answer["body"]["errorType"] = thrown.get()
        return answer

    lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm = invoke_and_note, execute_and_name


def take_alarms_on_formulas():
    """An alarm on metric math is kept with the first metric of its formula; no alarm goes off in this test."""
    record = provisioners._cw_metric_alarm_record

    def record_first_metric(name, properties):
        queries = [query["MetricStat"] for query in properties.get("Metrics", []) if "MetricStat" in query]
        if not queries:
            return record(name, properties)
        first = {**queries[0]["Metric"], "Period": queries[0]["Period"], "Statistic": queries[0]["Stat"]}
        return record(name, {**properties, **first, "Metrics": None})

    provisioners._cw_metric_alarm_record = record_first_metric


def leave_port_443_alone():
    """With TLS it would take that port as well."""
    app._port_is_bindable = lambda host, port: False


def end_with_the_test():
    """When the test dies without a word, so do the engine and the functions it runs."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    end_with_the_test()
    give_dkim_records()
    give_object_versions()
    give_object_lock()
    give_test_rendering()
    say_whether_mail_may_leave()
    check_what_a_mail_uses()
    give_error_names()
    take_alarms_on_formulas()
    leave_port_443_alone()
    app.main()
