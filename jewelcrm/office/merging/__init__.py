"""How head office decides what becomes of a change: pure rules, one module a policy.

The service loads what a push touches (`known`), each transaction is decided on a draft of it
(`deciding`), and what the drafts leave behind is written at the end (sync.md 2.5, 2.9).
"""
