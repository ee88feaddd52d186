"""What is measured: functions of a server's URL and a count, which return one figure.

The same code runs with the published package and with ours. A figure is seconds of CPU time of the
process for one unit (a call, an event, a line), or bytes, or a number of things. Whatever has to be
there before the measured part, warm connections included, is prepared before the clock is read.
"""
