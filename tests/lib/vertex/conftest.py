from tests.lib.vertex.google import (
    default_credentials as default_credentials,
)
from tests.lib.vertex.google import (
    no_default_credentials as no_default_credentials,
)
from tests.lib.vertex.google import (
    private_key as private_key,
)
from tests.lib.vertex.google import (
    service_account as service_account,
)
from tests.lib.vertex.google import (
    token_server as token_server,
)
