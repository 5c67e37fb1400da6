"""What `comments` and its acts do: the draft goes to the bodies, their comments come back, each is answered [115]."""
