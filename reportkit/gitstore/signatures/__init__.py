"""SSH signatures of records: made by `ssh-keygen`, checked in process; see PROTOCOL.sshsig and RFC 4253."""

NAMESPACE = "reportkit-record"  # what these signatures are for; one made for anything else is refused
